// form_bench [POSTS]: learning the form of a site of that many posts (10,000), against loading them; one
// post's change against learning all; edits of a field against a parse of the front matter.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "app/front_matter/edit.h"
#include "app/front_matter/post_facts.h"
#include "app/front_matter/split.h"
#include "app/generators/cobalt/load.h"
#include "app/site/site_forms.h"
#include "app/yaml/tree.h"
#include "bench_clock.h"

namespace {

using namespace postwright;
namespace fs = std::filesystem;

constexpr int kTurns = 5;

double millisecondsOf(const auto& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double medianOf(int turns, const auto& work) {
  std::vector<double> times;
  for (int i = 0; i < turns; ++i)
    times.push_back(millisecondsOf(work));
  return median(times);
}

/// A post with as many fields as the posts of real sites have.
std::string post(int number) {
  const std::string n = std::to_string(number);
  std::string text =
      "---\ntitle: The post of number " + n + "\ndescription: What it is about, in one line of words " + n;
  text += "\nslug: the-post-" + n + "\npublished_date: 20" + std::to_string(10 + number % 15) + "-0" +
          std::to_string(1 + number % 9) +
          "-11 16:01:48 +0000\nlayout: post.liquid\nis_draft: false\ntags: [rust, tag" +
          std::to_string(number % 40) + ", 'two words']\ndata: {\n  nice_date: '20th July 2024, Paphos',\n";
  text += "  avatar: 'https://gravatar.com/avatar/" + n + "?s=256',\n  author: 'Author " +
          std::to_string(number % 20) +
          "',\n  bio: 'A software engineer with a passion for languages.',\n  hero: /img/" + n +
          ".jpg,\n}\n---\n\n";
  for (int i = 0; i < 12; ++i)
    text +=
        "A paragraph of the post with **some** words in it, and [a link](https://example.org/" + n + ").\n\n";
  return text;
}

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

void makeSite(const fs::path& folder, int posts) {
  write(folder / "_cobalt.yml", "site:\n  title: Bench\n");
  write(folder / "_layouts/post.liquid", "<h1>{{ page.title }}</h1>{{ page.data.hero }}{{ page.content }}");
  for (int i = 0; i < posts; ++i)
    write(folder / "posts" / ("post-" + std::to_string(i) + ".md"), post(i));
}

/// Milliseconds that a thousand posts take one thread longer to read because their facts are taken.
double takingFacts() {
  std::vector<yaml::EventStream> streams;
  for (int i = 0; i < 1000; ++i) {
    const std::string file = post(i);
    streams.push_back(yaml::readEvents(front_matter::split(file).front));
  }
  return medianOf(kTurns, [&] {
    for (const yaml::EventStream& stream : streams)
      front_matter::factsOf(stream);
  });
}

void benchForm(const fs::path& folder, int posts) {
  site::SitePointer loaded;
  const double loading = medianOf(kTurns, [&] { loaded = *generators::cobalt::load(folder.string()); });
  std::size_t fields = 0;
  const double learning = medianOf(kTurns, [&] {
    const site::SiteForms forms(*loaded);
    fields = forms.form(site::Collection::Posts).fields.size();
  });
  const auto readers = static_cast<double>(std::max(1U, std::thread::hardware_concurrency()));
  const double taking = static_cast<double>(posts) * takingFacts() / 1000 / readers; // as the posts are read
  std::printf(
      "form of %d posts (%zu fields): %.0f ms and %.0f ms while loading, loading %.0f ms, together over "
      "loading %.2fx\n",
      posts, fields, learning, taking, loading, (loading + learning) / (loading - taking));

  site::SiteForms forms(*loaded);
  const site::DocumentPointer before = loaded->document("posts/post-7.md");
  const auto changed = loaded->withText("posts/post-7.md", post(posts + 1));
  const site::DocumentPointer after = changed->document("posts/post-7.md");
  const double one = medianOf(101, [&] {
    forms.replace(before.get(), after.get());
    forms.replace(after.get(), before.get());
  });
  std::printf("one post changed: %.3f ms, learning all %.0f ms, all over one %.0fx\n", one / 2, learning,
              2 * learning / one);
}

void benchEdits() {
  const std::string file = post(1);
  const front_matter::FrontMatterDocument document(file);
  const std::string yaml = file.substr(document.yaml().begin, document.yaml().size());
  const front_matter::Path path{std::string("data"), std::string("author")};
  const double parse = medianOf(1001, [&] { yaml::readTree(yaml); });
  const double set =
      medianOf(1001, [&] { document.set(path, {front_matter::ScalarType::String, "Someone else"}); });
  std::printf("field set: %.3f ms, parse %.4f ms, over parse %.1fx\n", set, parse, set / parse);
}

} // namespace

int main(int argumentCount, char** arguments) {
  const int posts = argumentCount > 1 ? std::atoi(arguments[1]) : 10'000;
  std::string name = (fs::temp_directory_path() / "form_bench_XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) return 1;
  makeSite(name, posts);
  benchForm(name, posts);
  benchEdits();
  fs::remove_all(name);
  return 0;
}
