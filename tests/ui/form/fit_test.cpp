#include <QHBoxLayout>
#include <QScrollArea>
#include <QTest>

#include "harness.h"
#include "ui/form/field_box.h"

using namespace postwright;
using namespace postwright::ui;

namespace {

constexpr const char* kPost =
    "title: T\npublished_date: 2024-05-06 07:08:09 +0000\nlayout: post.liquid\nslug: a-slug-of-some-length\n"
    "tags: [a, b]\nis_draft: false\ndata:\n  image: /img/a.png\n  number: 1.10\n  colour: '#ff0000'\n"
    "  url: https://example.org/a/long/path\n  on: true\n  when: 2024-05-06 07:08:09 +0000\n  twice: 1\n"
    "  twice: 2\n  cards: [{a: 1, when: 2024-05-06 07:08:09 +0000}]\n";

} // namespace

/// Nothing of a field lies outside of the form or over another part, however narrow the form is.
class FitTest : public QObject {
  Q_OBJECT

  /// What lies wrong, in words; empty when all is well.
  static QString fault(const Harness& harness) {
    const QWidget* content = harness.form.findChild<QWidget*>(QStringLiteral("formContent"));
    for (const Field* field : harness.form.findChildren<Field*>()) {
      if (!field->isVisible()) continue;
      for (const QWidget* part : field->findChildren<QWidget*>()) {
        if (!part->isVisible() || part->window() != harness.form.window()) continue;
        const QPoint corner = part->mapTo(content, QPoint(part->width(), 0));
        if (corner.x() > content->width()) return nameOf(field->path()) + QStringLiteral(" is cut");
      }
      for (const FieldBox* box : field->findChildren<FieldBox*>()) {
        int end = 0;
        for (int i = 0; i < box->row()->count(); ++i) {
          const QWidget* part = box->row()->itemAt(i)->widget();
          if (part == nullptr || !part->isVisible()) continue;
          if (part->x() < end) return nameOf(field->path()) + QStringLiteral(" has parts over each other");
          end = part->x() + part->width();
        }
        if (end > box->width()) return nameOf(field->path()) + QStringLiteral(" runs out of its frame");
      }
    }
    return {};
  }

 private slots:
  void fields_fitAtEveryWidth() {
    Harness harness(kPost);
    harness.open();
    for (int width = 200; width <= 1100; width += 12) {
      harness.form.resize(width, 900);
      QCoreApplication::processEvents();
      const auto* area = harness.form.findChild<QScrollArea*>();
      QVERIFY2(area->widget()->width() <= area->viewport()->width(), qPrintable(QString::number(width)));
      const QString wrong = fault(harness);
      QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("%1: %2").arg(width).arg(wrong)));
    }
  }

  void wholeDate_isSeenAtEveryWidth() {
    Harness harness(kPost);
    harness.open();
    for (int width = 300; width <= 1100; width += 12) {
      harness.form.resize(width, 900);
      QCoreApplication::processEvents();
      const QWidget* line = harness.field("published_date")->editor();
      const QString date = QStringLiteral("2024-05-06 07:08:09 +0000");
      QVERIFY2(line->width() >= line->fontMetrics().horizontalAdvance(date) + 4,
               qPrintable(QString::number(width)));
    }
  }
};

QTEST_MAIN(FitTest)
#include "fit_test.moc"
