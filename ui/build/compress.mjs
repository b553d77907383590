// Writes a .br and a .gz beside each text file in the folder given, unless
// that would be no smaller. Fonts are compressed already.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, extname } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const folder = process.argv[2]
for (const name of readdirSync(folder)) {
  if (!['.css', '.js', '.svg', '.txt'].includes(extname(name)) || name === 'placeholder.txt') continue
  const content = readFileSync(join(folder, name))
  const brotli = brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  })
  const gzip = gzipSync(content, { level: 9 })
  if (brotli.length < content.length) writeFileSync(join(folder, name + '.br'), brotli)
  if (gzip.length < content.length) writeFileSync(join(folder, name + '.gz'), gzip)
}
