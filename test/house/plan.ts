import { readdir, readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import ts from 'typescript'
import { roomOf, ROOMS } from './rooms.ts'

/** One file below `scripts/`: what it imports of its own kind, how long it and its functions are, in lines. */
export interface Source {
  path: string
  imports: readonly string[]
  lines: number
  functions: readonly { name: string; lines: number }[]
}

export interface Arrow {
  from: string
  to: string
}

/** The house as it stands. */
export interface Plan {
  files: readonly Source[]
  /** Imports that run up the list of rooms. */
  up: readonly Arrow[]
  /** Files that import each other, directly or round about. */
  circles: readonly (readonly string[])[]
  /** Files that stand in no room. */
  loose: readonly string[]
}

/** Reads every TypeScript file below a folder. */
export async function readSources(folder: string): Promise<Source[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = found
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => posix.relative(folder, posix.join(entry.parentPath.replaceAll('\\', '/'), entry.name)))
    .sort()
  return Promise.all(paths.map(async (path) => sourceOf(path, await readFile(join(folder, path), 'utf8'))))
}

/** A source from its text; `path` is relative to `scripts/`. */
export function sourceOf(path: string, text: string): Source {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const imports: string[] = []
  const functions: { name: string; lines: number }[] = []
  const lineAt = (position: number) => file.getLineAndCharacterOfPosition(position).line
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node)
    if (specifier?.startsWith('.')) imports.push(posix.join(posix.dirname(path), specifier))
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      functions.push({ name: nameOf(node), lines: lineAt(node.end) - lineAt(node.getStart(file)) + 1 })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return { path, imports: [...new Set(imports)], lines: text.split('\n').length - 1, functions }
}

/** What a node brings in: `import`, `export … from`, `import()` and `import('…').Type` alike. */
function specifierOf(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return textOf(node.argument.literal)
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return textOf(node.arguments[0])
  return null
}

function textOf(node: ts.Node | undefined): string | null {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : null
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name !== undefined) return node.name.getText()
  const { parent } = node
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name.getText() : '(unnamed)'
}

export function planOf(files: readonly Source[]): Plan {
  const arrows = files.flatMap(({ path, imports }) => imports.map((to) => ({ from: path, to })))
  return {
    files,
    up: arrows.filter(({ from, to }) => (roomOf(to) ?? -1) < (roomOf(from) ?? -1)),
    circles: circlesOf(files),
    loose: files.map(({ path }) => path).filter((path) => roomOf(path) === null || path === ROOMS[0].name),
  }
}

/** The strongly connected parts with more than one file, or with a file that imports itself (Tarjan 1972). */
function circlesOf(files: readonly Source[]): string[][] {
  const importsOf = new Map(files.map(({ path, imports }) => [path, imports]))
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const circles: string[][] = []
  const enter = (path: string): void => {
    index.set(path, index.size)
    low.set(path, index.get(path)!)
    stack.push(path)
    for (const next of importsOf.get(path) ?? []) {
      if (!importsOf.has(next)) continue
      if (!index.has(next)) enter(next)
      if (stack.includes(next)) low.set(path, Math.min(low.get(path)!, low.get(next)!))
    }
    if (low.get(path) !== index.get(path)) return
    const part = stack.splice(stack.indexOf(path))
    if (part.length > 1 || importsOf.get(path)!.includes(path)) circles.push(part.sort())
  }
  for (const { path } of files) if (!index.has(path)) enter(path)
  return circles
}
