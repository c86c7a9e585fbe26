/**
 * Puts questions together that come at the same moment, or while others are being asked: the data base is asked once for
 * all of them, and who comes alone waits for nobody. When that fails, each is asked by itself: nobody fails for somebody else's
 * question. So a question must be one that can be asked again.
 */
export function createBatch<Question, Answer>(
  ask: (questions: Question[]) => Promise<Answer[]>,
  most = 100,
): (question: Question) => Promise<Answer | undefined> {
  const waiting: { question: Question; resolve(answer?: Answer): void; reject(reason: unknown): void }[] = []
  let asking = false

  async function askTogether(batch: typeof waiting): Promise<void> {
    const answers = await ask(batch.map(({ question }) => question))
    for (const [index, { resolve }] of batch.entries()) resolve(answers[index])
  }

  async function work(): Promise<void> {
    for (let batch = waiting.splice(0, most); batch.length > 0; batch = waiting.splice(0, most)) {
      await askTogether(batch).catch(() =>
        Promise.all(batch.map((one) => askTogether([one]).catch(one.reject))),
      )
    }
    asking = false
  }

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject })
      if (asking) return
      asking = true
      // What the network has brought by now comes along.
      setImmediate(work)
    })
}
