#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "harness.h"

using namespace postwright;
using namespace postwright::ui;

/// Not there, null, empty: three things that a person can tell apart and choose; and what cannot be changed
/// in a field says why, with a way on.
class AbsenceTest : public QObject {
  Q_OBJECT

  static QAction* action(QMenu& menu, const char* text) {
    for (QAction* each : menu.actions())
      if (each->text().remove(QLatin1Char('&')) == QLatin1String(text)) return each;
    return nullptr;
  }

 private slots:
  void menu_writesTheAbsence_data() {
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* name, const char* before, const char* path, const char* entry,
                        const char* after) {
      QTest::newRow(name) << QByteArray(before) << QString::fromLatin1(path) << QByteArray(entry)
                          << QByteArray(after);
    };
    row("text to null", "slug: s # c\ntitle: T\n", "slug", "Set to null", "slug: # c\ntitle: T\n");
    row("quoted text to null", "slug: 's'\n", "slug", "Set to null", "slug:\n");
    row("text to empty", "slug: s # c\ntitle: T\n", "slug", "Set to empty", "slug: \"\" # c\ntitle: T\n");
    row("null to empty", "slug:\ntitle: T\n", "slug", "Set to empty", "slug: \"\"\ntitle: T\n");
    row("empty to null", "slug: \"\"\n", "slug", "Set to null", "slug:\n");
    row("missing to null", "title: T\n", "slug", "Set to null", "title: T\nslug:\n");
    row("missing to empty", "title: T\n", "slug", "Set to empty", "title: T\nslug: \"\"\n");
    row("null to missing", "title: T\nslug:\n", "slug", "Remove field", "title: T\n");
    row("empty to missing", "title: T\nslug: ''\n", "slug", "Remove field", "title: T\n");
    row("words to empty", "tags: [a, b] # c\n", "tags", "Set to empty", "tags: [] # c\n");
    row("words to null", "tags: [a]\n", "tags", "Set to null", "tags: null\n");
    row("words in lines to empty", "tags:\n  - a\n  - b\ntitle: T\n", "tags", "Set to empty",
        "tags: []\ntitle: T\n");
    row("words in lines to null", "tags:\n  - a\n  - b\ntitle: T\n", "tags", "Set to null",
        "tags:\ntitle: T\n");
    row("missing words to empty", "title: T\n", "tags", "Set to empty", "title: T\ntags: []\n");
    row("switch to null", "templated: true\n", "templated", "Set to null", "templated:\n");
    row("date to null", "published_date: 2024-05-06 07:08:09 +0000\n", "published_date", "Set to null",
        "published_date:\n");
    row("number to null", "data: {n: 1.10, m: 2}\n", "data.n", "Set to null", "data: {n: null, m: 2}\n");
    row("group to empty", "data: {k: {l: 1}, m: 2}\n", "data.k", "Set to empty", "data: {k: {}, m: 2}\n");
    row("list of groups to empty", "data: {k: [{l: 1}]}\n", "data.k", "Set to empty", "data: {k: []}\n");
    row("group to null", "data: {k: {l: 1}, m: 2}\n", "data.k", "Set to null", "data: {k: null, m: 2}\n");
    row("item to null", "data: {k: [[1], [2]]}\n", "data.k.0", "Set to null", "data: {k: [null, [2]]}\n");
  }
  void menu_writesTheAbsence() {
    QFETCH(QByteArray, before);
    QFETCH(QString, path);
    QFETCH(QByteArray, entry);
    Harness harness(before.toStdString());
    harness.form.focusField(pathOf(path)); // unfolds it
    QMenu menu;
    harness.form.field(pathOf(path))->fillMenu(menu);
    QAction* chosen = action(menu, entry);
    QVERIFY(chosen != nullptr && chosen->isEnabled());
    chosen->trigger();
    QCOMPARE(harness.takeLog().size(), 1);
    QTEST(harness.yaml().toUtf8(), "after");
  }

  void menu_offersOnlyWhatIsNot() {
    Harness harness("title: T\nslug:\ndescription: ''\ntemplated: true\n");
    const auto entries = [&harness](const char* path) {
      QMenu menu;
      harness.form.focusField(pathOf(QLatin1String(path)));
      harness.field(path)->fillMenu(menu);
      QStringList enabled;
      for (const char* text : {"Set to empty", "Set to null", "Remove field"}) {
        const QAction* found = action(menu, text);
        if (found != nullptr && found->isEnabled()) enabled << QLatin1String(text).mid(0, 10).trimmed();
      }
      return enabled.join(QLatin1Char('|'));
    };
    QCOMPARE(entries("slug"), QStringLiteral("Set to emp|Remove fie"));
    QCOMPARE(entries("description"), QStringLiteral("Set to nul|Remove fie"));
    QCOMPARE(entries("layout"), QStringLiteral("Set to emp|Set to nul"));
    QCOMPARE(entries("templated"), QStringLiteral("Set to nul|Remove fie")); // no empty truth
    harness.form.setReadOnlyReason(QStringLiteral("because"));
    QCOMPARE(entries("slug"), QString());
  }

  void words_showWhichAbsenceItIs() {
    const auto placeholder = [](const char* yaml) {
      Harness harness(yaml);
      return harness.field("tags")->findChild<QLineEdit*>()->placeholderText();
    };
    QCOMPARE(placeholder("title: T\n"), QStringLiteral("Add…"));
    QCOMPARE(placeholder("tags:\n"), QStringLiteral("null"));
    QCOMPARE(placeholder("tags: []\n"), QStringLiteral("empty"));
    QCOMPARE(placeholder("tags: [a]\n"), QString());
  }

  void group_showsWhichAbsenceItIs() {
    const auto shown = [](const char* yaml) {
      Harness harness(yaml);
      harness.open();
      QStringList words;
      for (const QLabel* label : harness.field("data")->findChildren<QLabel*>())
        if (label->isVisible()) words << label->text();
      return words.join(QLatin1Char(' '));
    };
    QCOMPARE(shown("title: T\n"), QStringLiteral("data"));
    QCOMPARE(shown("data:\n"), QStringLiteral("data null"));
    QCOMPARE(shown("data: {}\n"), QStringLiteral("data empty"));
    QCOMPARE(shown("data: {a: 1}\n"), QStringLiteral("data"));
  }

  void twins_oneIsKept_data() {
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("kept");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* name, const char* before, const char* path, int kept, const char* after) {
      QTest::newRow(name) << QByteArray(before) << QString::fromLatin1(path) << kept << QByteArray(after);
    };
    row("first", "title: a # 1\nslug: s\ntitle: b # 2\n", "title", 0, "title: a # 1\nslug: s\n");
    row("last", "title: a # 1\nslug: s\ntitle: b # 2\n", "title", 1, "slug: s\ntitle: b # 2\n");
    row("middle of three", "data: {k: 1, k: 2, l: x, k: 3}\n", "data.k", 1, "data: {k: 2, l: x}\n");
    row("lists", "tags: [a]\ntags:\n  - b\ntitle: T\n", "tags", 1, "tags:\n  - b\ntitle: T\n");
  }
  void twins_oneIsKept() {
    QFETCH(QByteArray, before);
    QFETCH(QString, path);
    QFETCH(int, kept);
    Harness harness(before.toStdString());
    harness.open();
    Field* field = harness.form.field(pathOf(path));
    QCOMPARE(field->kind(), FieldKind::Twins);
    QPushButton* keep = nullptr;
    for (QWidget* editor : field->editors()) {
      auto* button = qobject_cast<QPushButton*>(editor);
      if (button != nullptr && kept-- == 0) keep = button;
    }
    QTest::mouseClick(keep, Qt::LeftButton);
    QTEST(harness.yaml().toUtf8(), "after");
    QVERIFY(harness.form.field(pathOf(path))->kind() != FieldKind::Twins);
  }

  void valueBeyondMeasure_leadsToTheText() {
    Harness harness("data: {k: '" + std::string(30'000, 'x') + "'}\n");
    harness.open();
    Field* field = harness.field("data.k");
    QVERIFY(field->note().contains(QLatin1String("text")));
    QSignalSpy asked(&harness.form, &FrontMatterForm::textRequested);
    field->findChild<QPushButton*>(QStringLiteral("editInText"))->click();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().value<front_matter::Path>(), pathOf(QStringLiteral("data.k")));
    QMenu menu;
    field->fillMenu(menu);
    QVERIFY(action(menu, "Remove field")->isEnabled());
  }
};

QTEST_MAIN(AbsenceTest)
#include "absence_test.moc"
