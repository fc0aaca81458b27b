#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <map>

#include "harness.h"

using namespace postwright::ui;

/// Counts what is painted of each field.
class PaintCounter : public QObject {
 public:
  explicit PaintCounter(const FrontMatterForm& form) : m_form(form) { qApp->installEventFilter(this); }

  int of(const Field* field) const {
    const auto found = m_counts.find(field);
    return found == m_counts.end() ? 0 : found->second;
  }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() != QEvent::Paint || !watched->isWidgetType()) return false;
    for (auto* widget = static_cast<QWidget*>(watched); widget != nullptr; widget = widget->parentWidget()) {
      if (auto* field = qobject_cast<Field*>(widget)) ++m_counts[field];
    }
    return false;
  }

 private:
  const FrontMatterForm& m_form;
  std::map<const Field*, int> m_counts;
};

/// Showing a changed document touches only what changed.
class UpdateTest : public QObject {
  Q_OBJECT

  static constexpr const char* kYaml =
      "title: A title\ndescription: About\npublished_date: 2024-07-20 16:01:48 +0000\nslug: a-slug\n"
      "tags: [one, two]\nlayout: post.liquid\nis_draft: true\ndata:\n  n: 12\n  on: true\n  bio: |\n    a\n  "
      "  b\n"
      "  image: /img/a.png\n  nested: {a: b, list: [{c: d}]}\nweight: 3\n";

 private slots:
  void showing_neverAsksForAnything() {
    Harness harness(kYaml);
    harness.open();
    QSignalSpy ended(&harness.form, &FrontMatterForm::visitEnded);
    harness.setYaml("title: Other\ntags: [two]\nis_draft: false\ndata:\n  n: 13\n  on: false\n  bio: c\n");
    harness.setYaml(kYaml);
    harness.context.isDraft = true;
    harness.context.site =
        siteForm({learnedField("tags", postwright::front_matter::LearnedKind::Words, {{"three", 1}})}, {},
                 {QStringLiteral("post.liquid")});
    harness.refresh();
    QCoreApplication::processEvents();
    QCOMPARE(ended.count(), 0);
    harness.form.clear();
    harness.refresh();
    QCoreApplication::processEvents();
    QVERIFY(harness.takeLog().isEmpty());
  }

  void unchangedFields_keepTheirWidgetsAndAreNotPainted() {
    Harness harness(kYaml);
    harness.open();
    auto* slug = qobject_cast<QLineEdit*>(harness.enter("slug"));
    QTRY_VERIFY(slug->hasFocus());
    const QList<Field*> before = harness.form.findChildren<Field*>();
    QVERIFY(before.size() > 15);
    QCoreApplication::processEvents();
    const PaintCounter paints(harness.form);
    QTest::keyClicks(slug, QStringLiteral("abc"));
    QCoreApplication::processEvents();
    QCOMPARE(harness.takeLog().size(), 3);
    QCOMPARE(harness.form.findChildren<Field*>(), before);
    for (Field* field : before) {
      if (field == harness.field("slug")) {
        QVERIFY(paints.of(field) > 0);
      } else {
        QVERIFY2(paints.of(field) == 0, qPrintable(nameOf(field->path())));
      }
    }
  }

  void typedField_keepsCaretAndSelection() {
    Harness harness(kYaml);
    harness.open();
    auto* slug = qobject_cast<QLineEdit*>(harness.enter("slug"));
    slug->setCursorPosition(2);
    QTest::keyClicks(slug, QStringLiteral("xy"));
    QCOMPARE(slug->cursorPosition(), 4);
    slug->setSelection(6, -4);
    harness.refresh();
    QCOMPARE(slug->selectionStart(), 2);
    QCOMPARE(slug->cursorPosition(), 2);
    QCOMPARE(slug->selectedText().size(), 4);
  }

  void typedArea_keepsCaretWhenTheTextChangesElsewhere() {
    Harness harness("title: one three\n");
    harness.open();
    auto* title = qobject_cast<QPlainTextEdit*>(harness.enter("title"));
    QTextCursor cursor = title->textCursor();
    cursor.setPosition(6);
    title->setTextCursor(cursor);
    harness.setYaml("title: one two three\n");
    QCOMPARE(title->toPlainText(), QStringLiteral("one two three"));
    QCOMPARE(title->textCursor().position(), 10);
    QVERIFY(title->hasFocus());
    QVERIFY(harness.takeLog().isEmpty());
  }

  void undoneText_isShownInTheFocusedField() {
    Harness harness("slug: ab\n");
    harness.open();
    auto* slug = qobject_cast<QLineEdit*>(harness.enter("slug"));
    slug->end(false);
    QTest::keyClicks(slug, QStringLiteral("cd"));
    harness.setYaml("slug: ab\n");
    QCOMPARE(slug->text(), QStringLiteral("ab"));
    QCOMPARE(slug->cursorPosition(), 2);
    QVERIFY(slug->hasFocus());
  }

  void invalidText_goesWhenTheDocumentsValueChanges() {
    Harness harness("weight: 2\n");
    harness.open();
    auto* weight = qobject_cast<QLineEdit*>(harness.enter("weight"));
    QTest::keyClicks(weight, QStringLiteral("x"));
    harness.setYaml("weight: 2\nslug: elsewhere\n");
    QVERIFY(harness.field("weight")->isInvalid());
    harness.setYaml("weight: 3\n");
    QCOMPARE(weight->text(), QStringLiteral("3"));
    QVERIFY(!harness.field("weight")->isInvalid());
  }

  void changedContext_leavesTypedTextAlone() {
    Harness harness("published_date: 2024-07-20 16:01:48 +0000\n");
    harness.open();
    auto* date = qobject_cast<QLineEdit*>(harness.enter("published_date"));
    QTest::keyClicks(date, QStringLiteral("x"));
    const QString typed = date->text();
    harness.context.derivedDate = QStringLiteral("2024-01-01 00:00:00 +0000");
    harness.refresh();
    QCOMPARE(date->text(), typed);
    QVERIFY(harness.field("published_date")->isInvalid());
  }

  void growingValue_keepsItsWidgetWhileTyped() {
    Harness harness("data: {k: short}\n");
    harness.open();
    auto* line = qobject_cast<QLineEdit*>(harness.enter("data.k"));
    line->end(false);
    QTest::keyClicks(line, QString(90, QLatin1Char('x')));
    QCOMPARE(harness.field("data.k")->editor(), line);
    QVERIFY(line->hasFocus());
    QTest::keyClick(line, Qt::Key_Tab);
    QTRY_VERIFY(qobject_cast<QPlainTextEdit*>(harness.field("data.k")->editor()) != nullptr);
    QCOMPARE(harness.field("data.k")->kind(), FieldKind::LongText);
  }

  void addedAndRemovedKeys_comeAndGoAlone() {
    Harness harness("title: T\ndata: {a: 1, b: 2}\n");
    harness.open();
    Field* const a = harness.field("data.a");
    harness.setYaml("title: T\ndata: {a: 1, x: 5, b: 2}\n");
    QVERIFY(harness.field("data.x") != nullptr);
    QCOMPARE(harness.field("data.a"), a);
    harness.setYaml("title: T\ndata: {b: 2, a: 1}\n");
    QVERIFY(harness.field("data.x") == nullptr);
    QCOMPARE(harness.field("data.a"), a);
    const auto isBefore = [](const Field* first, const Field* second) {
      return first->y() < second->y() || (first->y() == second->y() && first->x() < second->x());
    };
    QTRY_VERIFY(isBefore(harness.field("data.b"), a));
  }

  void changedType_changesTheWidget() {
    Harness harness("data: {k: true}\n");
    harness.open();
    QCOMPARE(harness.field("data.k")->kind(), FieldKind::Switch);
    harness.setYaml("data: {k: word}\n");
    QCOMPARE(harness.field("data.k")->kind(), FieldKind::Text);
    harness.setYaml("data: {k: [word]}\n");
    QCOMPARE(harness.field("data.k")->kind(), FieldKind::Chips);
  }

  void preedit_isNoEdit() {
    Harness harness("title: T\nslug: s\n");
    harness.open();
    for (const char* path : {"title", "slug"}) {
      QWidget* editor = harness.enter(path);
      QInputMethodEvent preedit(QStringLiteral("に"), {});
      QCoreApplication::sendEvent(editor, &preedit);
      harness.refresh();
      QVERIFY(harness.takeLog().isEmpty());
      QInputMethodEvent commit;
      commit.setCommitString(QStringLiteral("日"));
      QCoreApplication::sendEvent(editor, &commit);
      QCOMPARE(harness.takeLog().size(), 1);
      QVERIFY(harness.yaml().contains(QStringLiteral("日")));
    }
  }

  void removingTheFieldInUse_isSafe() {
    Harness harness("data: {a: 1, b: 2}\n");
    harness.open();
    harness.enter("data.a");
    emit harness.field("data.a")->removed(pathOf(QStringLiteral("data.a")));
    QVERIFY(harness.field("data.a") == nullptr);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(harness.yaml(), QStringLiteral("data: {b: 2}\n"));
  }

  void tabOrder_goesFromTopToBottom() {
    Harness harness("title: T\ndata: {a: 1, pic: /img/a.png, m: {x: y}}\nweight: 2\n");
    harness.open();
    harness.setYaml("title: T\ndata: {a: 1, new: 2, pic: /img/a.png, m: {x: y}}\nweight: 2\n");
    QStringList order;
    QWidget* at = harness.enter("title");
    for (int i = 0; i < 17; ++i) {
      Field* field = nullptr;
      for (QWidget* widget = at; widget != nullptr && field == nullptr; widget = widget->parentWidget())
        field = qobject_cast<Field*>(widget);
      QVERIFY(field != nullptr);
      const QString name = nameOf(field->path());
      if (order.isEmpty() || order.last() != name) order.append(name);
      QTest::keyClick(at, Qt::Key_Tab);
      at = QApplication::focusWidget();
    }
    QCOMPARE(
        order.join(QLatin1Char(' ')),
        QStringLiteral("title description published_date layout slug tags is_draft categories data data.a "
                       "data.new data.pic data.m data.m.x data 0 weight"));
  }
};

QTEST_MAIN(UpdateTest)
#include "update_test.moc"
