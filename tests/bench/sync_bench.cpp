// sync_bench: how exactly text and page scroll together, in pixels of the page, in the real window, for a
// post with headings, lists, tables, code, raw HTML, loops, includes and images that come late. From the
// text: each block's first line is scrolled to the top; the error is how far its element is from the page's
// top. From the page: it is turned by the wheel; the error is how far the line that is then the text's
// topmost stands from the page's top, in proportion between the blocks around it. The text stands on whole
// rows only, and a row (of a picture, say) can be many pixels of the page: so what the best row of all would
// give is measured beside it, and by how many rows ours is another.
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <optional>

#include "bench_clock.h"
#include "bench_window.h"

namespace {

constexpr int kRounds = 5;
constexpr int kSettleMs = 200;

/// One round of everything; each block has a word of its own, `q` and a number.
std::string piece(int& next) {
  const auto word = [&] { return "q" + std::to_string(++next) + "q"; };
  const std::string filler =
      " and some more words so that the line is long enough to be broken by both sides,"
      " and then once more, because a paragraph is seldom one line alone.";
  std::string text = "## Heading " + word() + "\n\nA paragraph " + word() + filler + filler + "\n\n";
  text += "* item " + word() + "\n* item " + word() + filler + "\n  * nested " + word() + "\n\n";
  text += "| a " + word() + " | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\n";
  text += "```\ncode " + word() + "\nline\nline\nline\nline\n```\n\n";
  text += "> quote " + word() + filler + "\n\n<div class=\"raw\">\nraw " + word() + "\n</div>\n\n";
  text += "![late](/img/ferry.svg) " + word() + "\n\nBelow the image " + word() + filler + "\n\n";
  text += "{% for n in (1..3) %}{{ n }} {% endfor %} looped " + word() + "\n\n";
  text += "1. one " + word() + "\n\n   loose " + word() + "\n\n2. two " + word() + "\n\n";
  return text + "### Last " + word() + "\n\nWords " + word() + filler + "\n\n";
}

struct Block {
  QString word;
  int line = 0;   ///< 1-based
  double top = 0; ///< in the window, pixels
};

std::vector<Block> blocksOf(const QTextDocument& document) {
  std::vector<Block> blocks;
  static const QRegularExpression word(QStringLiteral("q\\d+q"));
  for (QTextBlock block = document.firstBlock(); block.isValid(); block = block.next()) {
    const QRegularExpressionMatch match = word.match(block.text());
    if (!match.hasMatch()) continue;
    // the block begins a line higher than its word
    const bool isInside =
        block.text().startsWith(QLatin1String("code")) || block.text().startsWith(QLatin1String("raw"));
    blocks.push_back({match.captured(), block.blockNumber() + (isInside ? 0 : 1)});
  }
  return blocks;
}

/// Tops of the blocks' elements now; the outermost element that begins with the block.
void measureTops(bench::Window& window, std::vector<Block>& blocks) {
  const QString script = QStringLiteral(
      "(() => { const tops = {};"
      "const kinds = 'h2,h3,p,li,ul,ol,table,pre,div.raw,blockquote';"
      "for (const e of document.querySelectorAll(kinds)) {"
      "  const words = e.textContent.match(/q\\d+q/g); if (!words) continue;"
      "  if (!(words[0] in tops)) tops[words[0]] = e.getBoundingClientRect().top; }"
      "return JSON.stringify(tops); })()");
  const QByteArray json = window.evaluate(script).toString().toUtf8();
  const QJsonObject tops = QJsonDocument::fromJson(json).object();
  for (Block& block : blocks)
    block.top = tops.value(block.word).toDouble(1e6);
}

struct Errors {
  std::vector<double> pixels;
  void print(const char* name) const {
    std::printf("%s: %zu places, median %.1f px, p95 %.1f px, worst %.1f px\n", name, pixels.size(),
                median(pixels), percentile(pixels, 0.95), percentile(pixels, 1));
    std::fflush(stdout);
  }
};

bool isAtEnd(bench::Window& window) {
  return window.evaluate(QStringLiteral("scrollY + innerHeight >= document.documentElement.scrollHeight - 2"))
      .toBool();
}

Errors fromText(bench::Window& window) {
  Errors errors;
  std::vector<Block> blocks = blocksOf(*window.editor()->document());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const QTextBlock block = window.editor()->document()->findBlockByNumber(blocks[i].line - 1);
    window.editor()->verticalScrollBar()->setValue(block.firstLineNumber());
    (void)bench::spinFor(kSettleMs / 4);
    measureTops(window, blocks);
    if (blocks[i].top < 1e6 && !isAtEnd(window)) errors.pixels.push_back(std::abs(blocks[i].top));
  }
  return errors;
}

/// By an angle of which 120 is a notch.
void turnWheel(bench::Window& window, int angle) {
  QWidget* view = window.window().preview().focusProxy();
  QWidget* target = view->focusProxy() != nullptr ? view->focusProxy() : view;
  const QPointF middle(target->width() / 2.0, target->height() / 2.0);
  QWheelEvent event(middle, target->mapToGlobal(middle), {}, QPoint(0, -angle), Qt::NoButton, Qt::NoModifier,
                    Qt::NoScrollPhase, false);
  QApplication::sendEvent(target, &event);
}

/// How far `line` of the text stands from the page's top, in pixels; none before and behind all blocks.
std::optional<double> distance(const std::vector<Block>& blocks, double line) {
  for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
    if (blocks[i].line > line || blocks[i + 1].line <= line || blocks[i + 1].top >= 1e6) continue;
    const double share = (line - blocks[i].line) / (blocks[i + 1].line - blocks[i].line);
    return std::abs(blocks[i].top + share * (blocks[i + 1].top - blocks[i].top));
  }
  return std::nullopt;
}

/// The rows of the text, as lines with the share of the line that is above.
std::vector<double> rowsOf(const QTextDocument& document) {
  std::vector<double> rows;
  for (QTextBlock block = document.firstBlock(); block.isValid(); block = block.next()) {
    for (int row = 0; row < block.lineCount(); ++row)
      rows.push_back(block.blockNumber() + 1 + static_cast<double>(row) / block.lineCount());
  }
  return rows;
}

void fromPage(bench::Window& window) {
  Errors errors;
  Errors best;
  std::vector<double> rowsOff;
  std::vector<Block> blocks = blocksOf(*window.editor()->document());
  const std::vector<double> rows = rowsOf(*window.editor()->document());
  for (int turn = 0; turn < 80; ++turn) {
    turnWheel(window, 37 + 20 * (turn % 7));
    (void)bench::spinFor(kSettleMs);
    if (isAtEnd(window)) break;
    measureTops(window, blocks);
    const double line = window.editor()->topLine();
    const auto error = distance(blocks, line);
    if (!error) continue;
    const auto pixels = [&](double row) { return distance(blocks, row).value_or(1e6); };
    const auto nearest =
        std::min_element(rows.begin(), rows.end(), [&](double a, double b) { return pixels(a) < pixels(b); });
    errors.pixels.push_back(*error);
    best.pixels.push_back(pixels(*nearest));
    const auto ours = std::min_element(rows.begin(), rows.end(), [&](double a, double b) {
      return std::abs(a - line) < std::abs(b - line);
    });
    rowsOff.push_back(static_cast<double>(std::abs(ours - nearest)));
  }
  errors.print("page to text");
  best.print("the text's best row");
  std::printf("rows from the best: median %.0f, p95 %.0f, worst %.0f\n", median(rowsOff),
              percentile(rowsOff, 0.95), percentile(rowsOff, 1));
}

} // namespace

int main(int argc, char** argv) {
  bench::Window::prepare();
  const QApplication application(argc, argv);
  QTemporaryDir folder;
  const std::string site = folder.path().toStdString() + "/sample";
  std::filesystem::copy(POSTWRIGHT_SOURCE "/resources/sample_site", site,
                        std::filesystem::copy_options::recursive);
  std::string text = "---\ntitle: Scrolling\npublished_date: 2026-01-02 03:04:05 +0000\n---\n\nStart.\n\n";
  int words = 0;
  for (int round = 0; round < kRounds; ++round)
    text += piece(words);
  QFile file(postwright::ui::toQString(site + "/posts/scrolling.md"));
  if (!file.open(QIODevice::WriteOnly)) return 2;
  file.write(QByteArray::fromStdString(text));
  file.close();
  bench::Window window(file.fileName().toStdString(), 0);
  if (!window.open()) return 1;
  fromText(window).print("text to page");
  window.editor()->verticalScrollBar()->setValue(0);
  (void)bench::spinFor(kSettleMs);
  fromPage(window);
  return 0;
}
