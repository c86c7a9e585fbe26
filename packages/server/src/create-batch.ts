/**
 * Puts questions together that come while another one is being asked: the data base is asked once for all of them,
 * and who comes alone waits for nobody. A failure is everybody's.
 */
export function createBatch<Question, Answer>(
  ask: (questions: Question[]) => Promise<Answer[]>,
  most = 100,
): (question: Question) => Promise<Answer | undefined> {
  const waiting: { question: Question; resolve(answer?: Answer): void; reject(reason: unknown): void }[] = []
  let asking = false

  async function work(): Promise<void> {
    asking = true
    for (let batch = waiting.splice(0, most); batch.length > 0; batch = waiting.splice(0, most)) {
      try {
        const answers = await ask(batch.map(({ question }) => question))
        for (const [index, { resolve }] of batch.entries()) resolve(answers[index])
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    asking = false
  }

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject })
      if (!asking) void work()
    })
}
