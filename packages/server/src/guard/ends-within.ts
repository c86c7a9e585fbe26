/** Whether work ends within so many milliseconds, well or not; it goes on when it does not. */
export async function endsWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, milliseconds, false)
  })
  const ended = work.then(
    () => true,
    () => true,
  )
  const outcome = await Promise.race([ended, late])
  clearTimeout(timer)
  return outcome
}
