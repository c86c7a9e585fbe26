// Preloaded into a child process: when its parent is gone, however that ended, the child is asked to end too.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
