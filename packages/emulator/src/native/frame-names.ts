/** The name of the frame says which client it plays; it outlives reloads and redirects. */
export const frameNames = { android: 'vitrina:android', ios: 'vitrina:ios' } as const
