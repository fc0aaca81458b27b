#include "tests/conformance/blame.h"

#include <algorithm>
#include <sstream>
#include <vector>

#include "app/base/text.h"

namespace postwright::conformance {
namespace {

/// The outermost sentence, and the lines of the innermost cause.
struct Blame {
  std::string what;
  std::vector<std::string> cause;
};

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);)
    lines.emplace_back(trimmed(line));
  return lines;
}

/// "0: …" as anyhow numbers several causes.
bool isNumbered(const std::string& line) {
  return line.size() > 2 && line[0] >= '0' && line[0] <= '9' && line[1] == ':';
}

Blame read(const std::string& text) {
  Blame blame;
  bool inCauses = false;
  for (const std::string& line : linesOf(text)) {
    if (line.starts_with("Error: ")) {
      blame.what = line.substr(7);
    } else if (line == "Caused by:") {
      inCauses = true;
    } else if (inCauses) {
      if (isNumbered(line)) blame.cause.clear();
      blame.cause.push_back(isNumbered(line) ? std::string(trimmed(line.substr(2))) : line);
    }
  }
  if (blame.cause.empty()) blame.cause = {blame.what};
  return blame;
}

/// Recorded texts are cut short, at the end or within a line.
bool isSameStart(const std::string& expected, const std::string& actual) {
  return actual == expected || (expected.size() > 100 && actual.starts_with(expected));
}

} // namespace

std::string blameDifference(const std::string& expected, const Error& error) {
  if (expected.find("PANIC") != std::string::npos || expected.find("panicked at") != std::string::npos)
    return {};
  const Blame wanted = read(expected);
  const std::vector<std::string> detail = linesOf(error.detail);
  const std::string first = detail.empty() ? std::string() : detail.front();
  const std::string what = error.context.empty() ? first : error.context.front();
  const bool isSame = isSameStart(wanted.what, what) && isSameStart(wanted.cause.front(), first);
  if (isSame) return {};
  return "--- expected\n" + expected + "\n--- got\n" + what + "\n" + error.detail + "\n---";
}

} // namespace postwright::conformance
