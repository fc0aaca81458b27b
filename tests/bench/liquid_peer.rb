# Times ruby-liquid on the benchmark fixtures: `name parse_us render_us` for each, for liquid_bench to read.
require 'json'
require 'liquid'

class Includes
  def initialize(folder)
    @folder = folder
  end

  def read_template_file(name)
    File.read(File.join(@folder, name))
  end
end

# The median of repeated runs, in microseconds.
def time
  samples = []
  start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
  begin
    before = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    yield
    after = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    samples << after - before
  end while after - start < 0.5 || samples.size < 5
  samples.sort[samples.size / 2] * 1e6
end

Dir.glob(File.join(ARGV[0], '*', 'index.liquid')).sort.each do |path|
  folder = File.dirname(path)
  text = File.read(path)
  data = JSON.parse(File.read(File.join(folder, 'data.json')))
  Liquid::Template.file_system = Includes.new(File.join(folder, 'includes'))
  parse = time { Liquid::Template.parse(text) }
  template = Liquid::Template.parse(text)
  render = time { template.render(data) }
  puts "#{File.basename(folder)} #{parse} #{render}"
end
