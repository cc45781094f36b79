import { main } from './commands/main.ts'

// The same as `npm run task -- …`, without npm.
await main('task', process.argv.slice(2))
