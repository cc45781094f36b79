import { main } from './commands/main.ts'

// npm run <name> -- …, as package.json has it: node --import tsx scripts/cli.ts <name> …
const [name = '', ...args] = process.argv.slice(2)
await main(name, args)
