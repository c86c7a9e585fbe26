import { render } from 'preact'
import { fetchNetwork } from './api.ts'
import { Desk } from './desk.tsx'

const place = document.getElementById('desk')
if (place === null) throw new Error('The page has no place for the desk.')

try {
  render(<Desk info={await fetchNetwork()} />, place)
} catch (error) {
  place.textContent = `The emulator does not answer: ${error instanceof Error ? error.message : String(error)}`
}
