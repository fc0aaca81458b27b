// page_bench [SITE POST [TEXT]]: rendering one page against cmark-gfm alone on the same body after Liquid, as
// it is and grown to 100 kB; one page in a small and in a large site; loading a large site against reading
// its files and running libyaml over their front matter. One line per case, the ratio last. Without
// arguments: a post of the sample site. POST is a path below the source folder. TEXT: a file whose bytes
// stand for the post's, as unsaved text.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <yaml.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "app/front_matter/split.h"
#include "app/generators/cobalt/load.h"
#include "app/liquid/template.h"
#include "app/render/page.h"
#include "app/site/view.h"
#include "bench_clock.h"

namespace {

namespace fs = std::filesystem;
using namespace postwright;

constexpr int kPosts = 10'000;
constexpr std::size_t kLargePost = 100'000;
constexpr std::chrono::milliseconds kPageTime{1000};
constexpr std::chrono::milliseconds kLoadTime{5000};

std::string read(const fs::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

double microseconds(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
}

/// Both in turn, so that a busy moment of the machine strikes both.
std::pair<double, double> medians(std::chrono::milliseconds time, const std::function<void()>& a,
                                  const std::function<void()>& b) {
  constexpr std::size_t kFewest = 5;
  std::vector<double> first;
  std::vector<double> second;
  const auto start = std::chrono::steady_clock::now();
  while (first.size() < kFewest || std::chrono::steady_clock::now() - start < time) {
    first.push_back(microseconds(a));
    second.push_back(microseconds(b));
  }
  return {median(first), median(second)};
}

/// With the extensions that Cobalt's Markdown has.
void cmarkAlone(const std::string& body) {
  constexpr int kOptions = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES;
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser* parser = cmark_parser_new(kOptions);
  for (const char* name : {"table", "strikethrough", "tasklist"})
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  cmark_parser_feed(parser, body.data(), body.size());
  cmark_node* document = cmark_parser_finish(parser);
  std::free(cmark_render_html(document, kOptions, cmark_parser_get_syntax_extensions(parser)));
  cmark_node_free(document);
  cmark_parser_free(parser);
}

render::Request requestFor(const site::SitePointer& site, const std::string& path, const fs::path& text) {
  return {site, path, read(text), makeDateTime({2026, 1, 1}, 0, 0), render::Drafts::Auto};
}

/// Each turn sees another text, as each keystroke does.
void renderChanged(render::Request request, int turn) {
  request.text += "\n" + std::to_string(turn);
  const render::Page page = render::renderPage(request);
  if (!page.ok) std::fprintf(stderr, "%s\n", toString(page.diagnostics.front()).c_str());
}

/// What Markdown is given for the post: its body after Liquid.
std::string bodyAfterLiquid(const render::Request& request) {
  const auto view = request.site->withText(request.path, request.text)->view(true);
  const site::DocumentPointer document = view->document(request.path);
  Object globals;
  globals.set("site", view->siteVariable(request.now));
  globals.set("page", view->pageVariable(document));
  liquid::RenderInput input;
  input.globals = &globals;
  input.partials = &view->includes();
  input.now = request.now;
  const auto parsed = liquid::parse(document->content);
  const auto body = parsed ? liquid::render(**parsed, input) : tl::unexpected(parsed.error());
  if (!body) std::fprintf(stderr, "%s\n", describe(body.error()).c_str());
  return body.value_or("");
}

void pageCase(const std::string& name, const render::Request& request) {
  const std::string body = bodyAfterLiquid(request);
  int turn = 0;
  const auto [page, alone] =
      medians(kPageTime, [&] { renderChanged(request, turn++); }, [&] { cmarkAlone(body); });
  std::printf("%s: page %.1f us, cmark alone on %zu bytes %.1f us, %.2fx\n", name.c_str(), page, body.size(),
              alone, page / alone);
}

/// The post with its body over and over, until the body has `bytes`.
render::Request grown(render::Request request, std::size_t bytes) {
  const std::string body = front_matter::split(request.text).content;
  for (std::size_t size = body.size(); size < bytes; size += body.size())
    request.text += "\n\n" + body;
  return request;
}

void writeFile(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::string postText(int number) {
  const std::string day = std::to_string(10 + number % 18);
  return "---\ntitle: Post number " + std::to_string(number) + "\ndescription: What happened that day\n" +
         "published_date: 2020-0" + std::to_string(1 + number % 9) + "-" + day +
         " 10:00:00 +0000\nlayout: post.liquid\ntags: [notes, day-" + day +
         "]\ndata:\n  mood: calm\n  place: {name: Harbour, sea: true}\n---\n\n# Heading\n\nSome *text* with "
         "`code` and a [link](https://example.org).\n\n* one\n* two\n\nThe end.\n";
}

void writeSite(const fs::path& folder, int posts) {
  writeFile(folder / "_cobalt.yml", "site: {title: Big, base_url: \"https://example.org\"}\n");
  writeFile(folder / "_layouts/post.liquid",
            "<html><title>{{ page.title }} - {{ site.title }}</title>{{ page.content }}"
            "{% if page.previous %}<a href=\"/{{ page.previous.permalink }}\">older</a>{% endif %}</html>\n");
  for (int i = 0; i < posts; ++i)
    writeFile(folder / "posts" / ("post-" + std::to_string(i) + ".md"), postText(i));
}

site::SitePointer loaded(const fs::path& folder) {
  auto site = generators::cobalt::load(folder.string());
  if (!site) std::fprintf(stderr, "%s\n", describe(site.error()).c_str());
  return site ? *site : nullptr;
}

bool hasDocument(const site::Site& site, const std::string& path) {
  return std::ranges::any_of(site.documents(), [&](const auto& document) { return document->path == path; });
}

/// What loading cannot avoid: the bytes of every file, and the events of its front matter.
void readAndScan(const fs::path& path) {
  const std::string text = read(path);
  const std::size_t end = text.find("\n---\n", 4);
  yaml_parser_t parser;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()) + 4, end - 3);
  for (bool done = false; !done;) {
    yaml_event_t event;
    if (yaml_parser_parse(&parser, &event) == 0) break;
    done = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
}

void readAndScanAll(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder / "posts"))
    files.push_back(entry.path());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < files.size(); i = next++)
      readAndScan(files[i]);
  };
  const std::jthread second(work);
  work();
}

void sizeCase(const fs::path& folder) {
  writeSite(folder / "small", 10);
  writeSite(folder / "large", kPosts);
  const std::string post = "posts/post-5.md";
  const render::Request small = requestFor(loaded(folder / "small"), post, folder / "small" / post);
  const render::Request large = requestFor(loaded(folder / "large"), post, folder / "large" / post);
  int turn = 0;
  const auto [inLarge, inSmall] =
      medians(kPageTime, [&] { renderChanged(large, turn++); }, [&] { renderChanged(small, turn++); });
  std::printf("10,000 posts: page %.0f us, in a site of 10 %.0f us, %.2fx\n", inLarge, inSmall,
              inLarge / inSmall);
  const auto [load, scan] =
      medians(kLoadTime, [&] { loaded(folder / "large"); }, [&] { readAndScanAll(folder / "large"); });
  std::printf("load 10,000: %.0f ms, read and scan %.0f ms, %.2fx\n", load / 1000, scan / 1000, load / scan);
}

} // namespace

int main(int argc, char** argv) {
  const std::string folder = argc > 2 ? argv[1] : POSTWRIGHT_SOURCE "/resources/sample_site";
  const std::string post = argc > 2 ? argv[2] : "posts/laptop-models.md";
  const site::SitePointer site = loaded(folder);
  if (site == nullptr) return 1;
  if (!hasDocument(*site, post)) {
    std::fprintf(stderr, "%s: no document of %s; POST is a path below the site's source folder\n",
                 post.c_str(), folder.c_str());
    return 1;
  }
  const render::Request request =
      requestFor(site, post, argc > 3 ? fs::path(argv[3]) : fs::path(site->source()) / post);
  pageCase(post, request);
  pageCase(post + " grown to 100 kB", grown(request, kLargePost));
  const fs::path temporary = fs::temp_directory_path() / ("page-bench-" + std::to_string(std::rand()));
  sizeCase(temporary);
  fs::remove_all(temporary);
  return 0;
}
