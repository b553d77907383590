// Reads a font file and writes it as woff2 with only the letters given, to the
// standard output: subset.mjs FONT < letters
import { readFileSync } from 'node:fs'
import subsetFont from 'subset-font'

const letters = readFileSync(0, 'utf8')
const made = await subsetFont(readFileSync(process.argv[2]), letters, { targetFormat: 'woff2' })
process.stdout.write(made)
