#include "app/highlight/coloured_blocks.h"

#include <QTest>
#include <vector>

using namespace postwright::highlight;
using Attempt = Colouring::Attempt;

namespace {

/// Answers with what a test puts there, and keeps count.
struct Painter {
  std::vector<Colouring> answers; ///< the last one again and again
  std::vector<LateSpans> asked;

  ColouredBlocks::Colour colour() {
    return [this](std::string_view /*code*/, std::string_view /*language*/, LateSpans late) {
      asked.push_back(std::move(late));
      return answers[std::min(asked.size(), answers.size()) - 1];
    };
  }
};

const Theme& css() {
  return *findTheme("css");
}

CodeElement red() {
  return {elementBegin("c", css()).append("red").append(elementEnd(css()))};
}

CodeElement plain(bool awaitsColours) {
  return {uncolouredElement("x", "c", css()), awaitsColours};
}

} // namespace

class ColouredBlocksTest : public QObject {
  Q_OBJECT

 private slots:
  void element_isColouredOnce() {
    Painter painter{{{Attempt::Done, "red"}}, {}};
    const ColouredBlocks blocks(css(), painter.colour());
    QVERIFY(blocks.element("x", "c") == red());
    QVERIFY(blocks.element("x", "c") == red());
    QCOMPARE(painter.asked.size(), 1U);
    blocks.element("x", "d");
    blocks.element("y", "c");
    QCOMPARE(painter.asked.size(), 3U);
  }

  void element_isPlainForGoodForItsOwnCode() {
    Painter painter{{{Attempt::Done, std::nullopt}}, {}};
    const ColouredBlocks blocks(css(), painter.colour());
    QVERIFY(blocks.element("x", "c") == plain(false));
    QVERIFY(blocks.element("x", "c") == plain(false));
    QCOMPARE(painter.asked.size(), 1U);
  }

  void element_isTriedAgainWhenNoThreadWasFree() {
    Painter painter{{{Attempt::Busy, {}}, {Attempt::Busy, {}}, {Attempt::Done, "red"}}, {}};
    const ColouredBlocks blocks(css(), painter.colour());
    QVERIFY(blocks.element("x", "c") == plain(true));
    QVERIFY(blocks.element("x", "c") == plain(true));
    QVERIFY(blocks.element("x", "c") == red());
  }

  void element_isPlainUntilLateColoursCome() {
    Painter painter{{{Attempt::Late, {}}}, {}};
    const ColouredBlocks blocks(css(), painter.colour());
    QVERIFY(blocks.element("x", "c") == plain(true));
    QVERIFY(blocks.element("x", "c") == plain(true));
    QCOMPARE(painter.asked.size(), 1U); // it is still at work
    painter.asked.front()("red");
    QVERIFY(blocks.element("x", "c") == red());
    QCOMPARE(painter.asked.size(), 1U);
  }

  void element_takesLateColoursThatComeAtOnce() {
    const ColouredBlocks blocks(css(), [](std::string_view, std::string_view, const LateSpans& late) {
      late("red");
      return Colouring{Attempt::Late, {}};
    });
    blocks.element("x", "c");
    QVERIFY(blocks.element("x", "c") == red());
  }

  void lateColours_mayOutliveTheBlocks() {
    Painter painter{{{Attempt::Late, {}}}, {}};
    {
      ColouredBlocks(css(), painter.colour()).element("x", "c");
    }
    painter.asked.front()("red");
  }
};

QTEST_APPLESS_MAIN(ColouredBlocksTest)
#include "coloured_blocks_test.moc"
