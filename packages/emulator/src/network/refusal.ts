/** Instead of an answer: becomes `<method>Failed`. */
export interface Refusal {
  error_type: 'client_error' | 'api_error'
  error_data: { error_code: number; error_reason?: string; error_msg?: string; request_params?: string[] }
}

const reasons = {
  1: 'Unknown error',
  2: 'Missing required params',
  4: 'User denied',
  5: 'Invalid params',
  6: 'Unsupported platform',
  9: 'This action cannot be performed in the background',
  11: 'Access denied',
  13: 'Custom error for every handler',
  20: 'No ads',
} as const

/** What the client itself refuses. https://dev.vk.com/bridge/overview */
export function clientError(error_code: keyof typeof reasons): Refusal {
  return { error_type: 'client_error', error_data: { error_code, error_reason: reasons[error_code] } }
}

/** What VK's API refuses through the client. https://dev.vk.com/reference/errors */
export function apiError(error_code: number, error_msg: string): Refusal {
  return { error_type: 'api_error', error_data: { error_code, error_msg, request_params: [] } }
}
