// Preloaded into a process that is measured: tells its parent, when it ends, its time on a processor and the most memory that
// it ever had.
import process from 'node:process'

let heap = 0
let arrays = 0
function look() {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  heap = Math.max(heap, heapUsed)
  arrays = Math.max(arrays, arrayBuffers)
}

setInterval(look, 100).unref()
process.once('exit', () => {
  look()
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  process.send?.({ resident: maxRSS * 1024, heap, arrays, busy: (userCPUTime + systemCPUTime) / 1e6 })
})
