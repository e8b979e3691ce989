// Bolt for JavaScript with one listener and a constant reply, for comparison: node server.js PORT (secret in BENCH_SECRET).
const { App } = require('@slack/bolt');

const app = new App({
  signingSecret: process.env.BENCH_SECRET,
  authorize: async () => ({ botToken: 'xoxb' + '-bench', botId: 'B0BENCH00', botUserId: 'U0BOT0000' }),
  logLevel: 'error',
});
app.command('/bbt', async ({ ack }) => ack({ response_type: 'ephemeral', text: 'constant' }));
app.start({ port: Number(process.argv[2]), host: '127.0.0.1' });
