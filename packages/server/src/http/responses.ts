/** An answer as data: its response gets what every answer carries. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body: string | null
}

/** Makes responses, and makes those of others whole. */
export interface Responses {
  /** What a browser is told before it sends what a form could not; undefined for any other request. */
  preflight(request: Request): Response | undefined
  respond(request: Request, answer: Answer): Response
  /** Adds what every answer carries to a response that was not made here: nobody has to think of it. */
  complete(request: Request, response: Response): void
}

/** A page that needs more than nothing has set its own policy. */
const policy = { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" }
const secure = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }

const allowed = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'Authorization, Content-Type, Idempotency-Key',
  'access-control-max-age': '7200',
}

/**
 * Exactly the listed origins read answers. No credentials: the buyer is in the Authorization header, so a page that is not
 * ours has nothing to ride on.
 */
export function createResponses(origins: readonly string[]): Responses {
  const known = new Map(
    origins.map((origin) => [
      origin,
      {
        'access-control-allow-origin': origin,
        'access-control-expose-headers': 'Idempotency-Replayed, Retry-After',
      },
    ]),
  )
  const whole = new WeakSet<Response>()
  const readable = (request: Request) => known.get(request.headers.get('origin') ?? '')

  function respond(request: Request, { status, headers, body }: Answer): Response {
    // All at once: headers that are added to a response later are copied, checked and put together again.
    const all = { ...secure, ...policy, vary: 'Origin', ...readable(request), ...headers }
    const response = new Response(body, { status, headers: all })
    whole.add(response)
    return response
  }

  return {
    respond,
    preflight(request) {
      if (request.method !== 'OPTIONS' || !request.headers.has('access-control-request-method'))
        return undefined
      return respond(request, { status: 204, headers: readable(request) ? allowed : {}, body: null })
    },
    complete(request, response) {
      if (whole.has(response)) return
      const { headers } = response
      if (headers.has('content-security-policy')) set(headers, secure)
      else set(headers, { ...secure, ...policy })
      headers.append('vary', 'Origin')
      set(headers, readable(request) ?? {})
    },
  }
}

function set(headers: Headers, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) headers.set(name, value)
}
