import { type ContractReport, hostContract, runContract } from '@vitrina/core/testing'
import { plaza } from './plaza.ts'
import { plazaHost } from './plaza-host.ts'

/** Holds the host against the contract, in whatever runs this: Node or a browser. */
export async function checkPlazaHost(): Promise<ContractReport> {
  const networks: ReturnType<typeof plaza>[] = []
  const make = async () => {
    const network = plaza()
    networks.push(network)
    return plazaHost(network.port)
  }
  const clock = {
    now: Date.now,
    after(milliseconds: number, run: () => void) {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
  }
  const report = await runContract(hostContract, make, { name: 'plazaHost', clock })
  for (const network of networks) network.end()
  return report
}
