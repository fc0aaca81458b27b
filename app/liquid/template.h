// Liquid as liquid-rust 0.26.9 runs it inside Cobalt 0.20.4: parse once, render many times, from any thread.
// The one rule: a Template is immutable. Source: Cobalt's behaviour (lexing, scopes, errors), not Shopify's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.h"
#include "app/base/value.h"

namespace postwright::liquid {

class Template;
using TemplatePointer = std::shared_ptr<const Template>;

/// Colours verbatim code for `{% highlight %}`: (code, language or nothing) -> HTML.
using HighlightCode = std::function<std::string(std::string_view, std::optional<std::string_view>)>;

/// Which tags and filters there are. Permalinks are parsed with none of them.
enum class Dialect : std::uint8_t { Cobalt, VariablesOnly };

/// Where the parsed text stands, so that positions name the file a person opens.
struct Origin {
  std::string file;
  int firstLine = 1; ///< line of the file on which the text starts
};

/// Parses `text`. Errors: LiquidSyntax or one of the Liquid… codes that say it better, with Cobalt's message
/// in `detail`, and the position in the file.
Result<TemplatePointer> parse(std::string_view text, const Origin& origin = {},
                              Dialect dialect = Dialect::Cobalt);

/// The includes a template may use. Must be safe to call from several threads.
class Partials {
 public:
  Partials() = default;
  Partials(const Partials&) = delete;
  Partials& operator=(const Partials&) = delete;
  virtual ~Partials() = default;
  /// Null when there is no such include; its parse error when it cannot be parsed.
  virtual Result<TemplatePointer> find(std::string_view name) const = 0;
  virtual std::vector<std::string> names() const = 0; ///< sorted
};

/// Where a run of output bytes came from.
struct OutputRange {
  std::size_t begin = 0; ///< bytes of the output
  std::size_t end = 0;
  std::uint32_t file = 0;       ///< index into OutputMap::files
  std::size_t sourceOffset = 0; ///< byte in that template's text where the node starts
  bool verbatim = false;        ///< true: the output is the source, byte for byte
  int line = 0;                 ///< of the node, in the file
  int column = 0;
  std::string variable; ///< what `{{ a.b | filter }}` prints, as it was given: "page.tags.0"; or empty
};

/// Ranges ascend and do not overlap; what a block produced is covered by the ranges of its parts.
struct OutputMap {
  std::vector<std::string> files;
  std::vector<OutputRange> ranges;
};

/// A variable that a bare condition (`{% if a.b %}`) asked for in vain: it counts as false, and nothing is
/// said.
struct MissingVariable {
  SourcePosition where;              ///< of the variable
  std::string parent;                ///< "a", what there is; empty when the first name is missing
  std::string name;                  ///< "b", what is not there
  std::vector<std::string> known;    ///< what else is there in its place
  std::vector<SourcePosition> chain; ///< include chain, innermost first
};

struct Budget {
  std::size_t outputBytes = std::size_t{64} << 20U;
  std::uint64_t loopTurns = 10'000'000;
  int includeDepth = 100;
};

struct RenderInput {
  const Object* globals = nullptr;    ///< may be null: none
  const Partials* partials = nullptr; ///< may be null: none
  DateTime now;
  HighlightCode highlight; ///< may be empty: the code is escaped into <pre><code>
  std::stop_token stop;
  Budget budget;
  OutputMap* map = nullptr; ///< filled when not null
  bool findsAll = false;    ///< after a failure, looks for what else is wrong: Error::others
  std::vector<MissingVariable>* missing = nullptr; ///< filled when not null, each place of a template once
};

/// The output. Errors: LiquidRender or one of the Liquid… codes that say it better, those of parse() (of an
/// include), the Liquid…Budget codes, Cancelled; `detail` is Cobalt's whole message, `chain` the includes it
/// went through.
Result<std::string> render(const Template& parsed, const RenderInput& input);

/// What Liquid prints for `value` (`{{ value }}`).
std::string toText(const Value& value);

} // namespace postwright::liquid
