/** Loaded into the application by `npm start`: when the starter is gone (kill -9), drain and stop as if asked to. */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
