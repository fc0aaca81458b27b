// Times liquidjs on the benchmark fixtures: `name parse_us render_us` for each, for liquid_bench to read.
// liquidjs must be where node finds it (NODE_PATH).
const fs = require('fs')
const path = require('path')
const { Liquid } = require('liquidjs')

// The median of repeated runs, in microseconds.
function time(run) {
  const samples = []
  const start = process.hrtime.bigint()
  let now = start
  do {
    const before = process.hrtime.bigint()
    run()
    now = process.hrtime.bigint()
    samples.push(Number(now - before) / 1000)
  } while (now - start < 500000000n || samples.length < 5)
  samples.sort((a, b) => a - b)
  return samples[Math.floor(samples.length / 2)]
}

for (const name of fs.readdirSync(process.argv[2]).sort()) {
  const folder = path.join(process.argv[2], name)
  const file = path.join(folder, 'index.liquid')
  if (!fs.existsSync(file)) continue
  const engine = new Liquid({ root: path.join(folder, 'includes'), cache: true })
  engine.registerFilter('slugify', (text) => String(text).toLowerCase().replace(/[^a-z0-9]+/g, '-'))
  const text = fs.readFileSync(file, 'utf8')
  const data = JSON.parse(fs.readFileSync(path.join(folder, 'data.json'), 'utf8'))
  try {
    const parse = time(() => engine.parse(text))
    const template = engine.parse(text)
    const render = time(() => engine.renderSync(template, data))
    console.log(`${name} ${parse} ${render}`)
  } catch (error) {
    console.error(`liquidjs, ${name}: ${error.message}`)
  }
}
