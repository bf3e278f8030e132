import { readFileSync } from 'node:fs'

const root = new URL('../../', import.meta.url)

/** A fenced block of a Markdown page. */
export interface CodeBlock {
  readonly language: string
  readonly code: string
  /** Line of the opening fence, from 1. */
  readonly line: number
}

/** Every fenced code block of a page of the project. */
export const codeBlocks = (page: string): readonly CodeBlock[] => {
  const blocks: CodeBlock[] = []
  let open: { language: string; line: number; lines: string[] } | undefined
  for (const [index, line] of readFileSync(new URL(page, root), 'utf8').split('\n').entries()) {
    const fence = /^```(\w*)/.exec(line)
    if (fence === null) open?.lines.push(line)
    else if (open === undefined) open = { language: fence[1] ?? '', line: index + 1, lines: [] }
    else {
      blocks.push({ language: open.language, code: `${open.lines.join('\n')}\n`, line: open.line })
      open = undefined
    }
  }
  return blocks
}
