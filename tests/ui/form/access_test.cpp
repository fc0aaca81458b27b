#include <QLabel>
#include <QTest>
#include <set>

#include "harness.h"
#include "ui/form/field_label.h"
#include "ui/form/mnemonic.h"

using namespace postwright;
using namespace postwright::ui;
using front_matter::LearnedKind;

namespace {

/// A value of every kind, written and offered.
constexpr const char* kAllKinds =
    "title: T\ndescription: D\npublished_date: 2024-05-06 07:08:09 +0000\nlayout: post.liquid\nslug: s\n"
    "tags: [a, b]\nis_draft: false\ncategories: [c]\ndata:\n  text: x\n  long: \"a\\nb\"\n"
    "  image: /img/a.png\n  number: 1.10\n  colour: '#ff0000'\n  url: https://example.org/\n  on: true\n"
    "  words: [x]\n  group: {inner: 1}\n  cards: [{a: 1}, {a: 2}]\n  raw: !t x\n  twice: 1\n  twice: 2\n"
    "permalink: /x\nweight: 3\nformat: Raw\ntemplated: true\nexcerpt: e\n";

} // namespace

/// The form without a mouse and without eyes.
class AccessTest : public QObject {
  Q_OBJECT

  static std::vector<Field*> fields(const Harness& harness) {
    const QList<Field*> all = harness.form.findChildren<Field*>();
    std::vector<Field*> shown;
    std::ranges::copy_if(all, std::back_inserter(shown),
                         [](const Field* field) { return field->isVisible(); });
    return shown;
  }
  static void showAll(Harness& harness) {
    front_matter::LearnedField file = learnedField("data.attachment", LearnedKind::File);
    front_matter::LearnedField next = learnedField("data.next", LearnedKind::Relation, {{"second", 2}});
    harness.context.site = siteForm({}, {file, next}, {QStringLiteral("post.liquid")});
    harness.form.setToggledGroups({groupName(offeredPath())});
    harness.refresh();
    harness.form.resize(800, 1600);
    harness.open();
  }

 private slots:
  void everyEditor_hasANameADescriptionAndIsReachedByTab() {
    Harness harness(kAllKinds);
    showAll(harness);
    std::set<int> kinds;
    for (const Field* field : fields(harness)) {
      kinds.insert(static_cast<int>(field->kind()));
      const QString where = nameOf(field->path());
      QVERIFY2(!field->editors().empty(), qPrintable(where));
      for (const QWidget* editor : field->editors()) {
        QVERIFY2(!editor->accessibleName().isEmpty(), qPrintable(where));
        QVERIFY2(!editor->accessibleDescription().isEmpty(), qPrintable(where));
        QVERIFY2(editor->focusPolicy() & Qt::TabFocus, qPrintable(where));
      }
    }
    QVERIFY2(kinds.size() >= 19, qPrintable(QString::number(kinds.size())));
  }

  void tab_goesThroughTheFieldsAsTheyStand() {
    Harness harness(kAllKinds);
    showAll(harness);
    std::vector<Field*> inOrder = fields(harness);
    std::ranges::sort(inOrder, [](const Field* a, const Field* b) {
      return a->y() != b->y() ? a->y() < b->y() : a->x() < b->x();
    });
    std::vector<QWidget*> wanted;
    for (const Field* field : inOrder)
      for (QWidget* editor : field->editors())
        if (editor->isVisible() && editor->isEnabled()) wanted.push_back(editor);
    std::vector<QWidget*> found;
    for (QWidget* next = wanted.front(); found.size() < wanted.size();) {
      if (std::ranges::find(wanted, next) != wanted.end()) found.push_back(next);
      next = next->nextInFocusChain();
      if (next == wanted.front()) break;
    }
    for (std::size_t i = 0; i < wanted.size(); ++i)
      QVERIFY2(i < found.size() && found[i] == wanted[i], qPrintable(wanted[i]->accessibleName()));
  }

  void mnemonics_areOnEveryLabelThatHasAFreeLetter_andNoneTwice() {
    Harness harness(kAllKinds);
    const QSet<QChar> menus = {u'F', u'E', u'O', u'P', u'S', u'V', u'H'};
    harness.form.setTakenMnemonics(menus);
    showAll(harness);
    QSet<QChar> used = menus;
    for (const char* lead : {"title", "description"}) {
      const QString keys = harness.field(lead)->mnemonic().toString(QKeySequence::PortableText);
      QVERIFY2(!keys.isEmpty() && !used.contains(keys.back()), lead);
      used.insert(keys.back());
    }
    QStringList without;
    for (const FieldLabel* label : harness.form.findChildren<FieldLabel*>()) {
      if (!label->isVisible() || label->buddy() == nullptr) continue;
      const QString keys = label->mnemonic().toString(QKeySequence::PortableText);
      if (keys.isEmpty()) {
        without << label->text();
        continue;
      }
      QVERIFY2(!used.contains(keys.back()), qPrintable(label->text() + keys));
      used.insert(keys.back());
    }
    for (const QString& label : without)
      for (const QChar letter : label.toUpper())
        QVERIFY2(!letter.isLetter() || used.contains(letter), qPrintable(label));
    QVERIFY(used.size() > menus.size() + 12);
  }

  void titleAndDescription_haveMnemonicsWithoutLabels() {
    Harness harness("title: T\ndescription: D\n");
    harness.open();
    QCOMPARE(harness.field("title")->mnemonic(), QKeySequence(Qt::ALT | Qt::Key_I));
    QTest::keyClick(&harness.form, Qt::Key_N, Qt::AltModifier);
    QCOMPARE(QApplication::focusWidget(), harness.field("description")->editor());
    QTest::keyClick(&harness.form, Qt::Key_I, Qt::AltModifier);
    QCOMPARE(QApplication::focusWidget(), harness.field("title")->editor());
    QVERIFY(harness.field("title")->toolTip().contains(QLatin1String("Title (Alt+I)")));
    QVERIFY(harness.field("title")->editor()->accessibleDescription().contains(QLatin1String("Alt+I")));
  }

  void mnemonic_goesToItsField() {
    Harness harness("data:\n  kettle: x\n");
    harness.open();
    QTest::keyClick(&harness.form, Qt::Key_K, Qt::AltModifier);
    QCOMPARE(QApplication::focusWidget(), harness.field("data.kettle")->editor());
  }

  void mnemonic_bringsItsFieldIntoView() {
    Harness harness(kAllKinds);
    harness.form.resize(500, 160);
    harness.open();
    const Field* title = harness.field("title");
    QVERIFY(harness.enter("weight") != nullptr);
    QVERIFY(title->visibleRegion().isEmpty());
    QTest::keyClick(&harness.form, Qt::Key_I, Qt::AltModifier);
    QCOMPARE(title->visibleRegion().boundingRect().size(), title->size());
  }

  void letters_areGivenInOrder_data() {
    QTest::addColumn<QStringList>("labels");
    QTest::addColumn<QStringList>("given");
    const auto row = [](const char* name, const QStringList& labels, const QStringList& given) {
      QTest::newRow(name) << labels << given;
    };
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    row("own ones stay", {s("dale"), s("&Date")}, {s("d&ale"), s("&Date")});
    row("words begin", {s("xx"), s("xx yy")}, {s("&xx"), s("xx &yy")});
    row("menus have theirs", {s("fog")}, {s("f&og")});
    row("none is free", {s("f"), s("ü")}, {s("f"), s("ü")});
    row("ampersands", {s("f&&b")}, {s("f&&&b")});
    row("digits", {s("1"), s("1")}, {s("&1"), s("1")});
  }
  void letters_areGivenInOrder() {
    QFETCH(QStringList, labels);
    QTEST(withMnemonics(labels, {u'F'}), "given");
  }
};

QTEST_MAIN(AccessTest)
#include "access_test.moc"
