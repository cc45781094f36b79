import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { productionPackages } from '../support/rehearsal-install.ts'
import { ROOT } from '../support/workflow-files.ts'

/* A scheduled run installs with --omit=dev: what the scripts import has to be there then. */

const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

/** The modules a file imports while it runs; `import type` is gone by then. */
function importsOf(text: string): string[] {
  const source = ts.createSourceFile('it.ts', text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && node.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword)
      found.push((node.moduleSpecifier as ts.StringLiteral).text)
    if (ts.isExportDeclaration(node) && node.moduleSpecifier && !node.isTypeOnly)
      found.push((node.moduleSpecifier as ts.StringLiteral).text)
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      found.push(ts.isStringLiteral(node.arguments[0]!) ? node.arguments[0].text : 'a module named at run time')
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** `@scope/name` of `@scope/name/deep`; null for files and for Node's own modules. */
function packageOf(specifier: string): string | null {
  if (specifier.startsWith('.') || isBuiltin(specifier)) return null
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

const files = readdirSync(join(ROOT, 'scripts'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join('scripts', file))
const imported = new Set(
  files.flatMap((file) => importsOf(readFileSync(join(ROOT, file), 'utf8')).flatMap((name) => packageOf(name) ?? [])),
)

describe('the production dependencies', () => {
  it('are all that the scripts import', () => {
    expect(files.length).toBeGreaterThan(50)
    expect([...imported].filter((name) => !Object.hasOwn(dependencies, name))).toEqual([])
  })

  it('are fixed to one version each, as are the others', () => {
    const versions = Object.entries({ ...dependencies, ...devDependencies })
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  it('are what the lock file installs without the others', () => {
    const installed = productionPackages()
    expect(Object.keys(dependencies).filter((name) => !installed.has(name))).toEqual([])
    expect(Object.keys(devDependencies).filter((name) => installed.has(name))).toEqual([])
  })
})

describe('importsOf', () => {
  it('sees every import that is there at run time', () => {
    const text = `
      import a from 'a'
      import type b from 'b'
      import { c, type d } from 'c/deep'
      export * from '@e/e/deep'
      export type { f } from 'f'
      const g = await import('g')
      import 'node:fs'
      import './h.ts'`
    expect(importsOf(text).map(packageOf)).toEqual(['a', 'c', '@e/e', 'g', null, null])
  })
})
