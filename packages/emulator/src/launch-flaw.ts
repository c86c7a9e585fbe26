/**
 * How a launch can be odd on purpose, to see what the server says to it. The last two are what OK is known to do: the
 * time in milliseconds, and a user without a VK ID.
 */
export const launchFlaws = ['none', 'expired', 'altered', 'duplicate', 'milliseconds', 'no-vk-id'] as const
export type LaunchFlaw = (typeof launchFlaws)[number]
