#include "ui/base/message_bar.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using postwright::ui::MessageBar;

class MessageBarTest : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_bar = std::make_unique<MessageBar>();
    m_bar->resize(700, 36);
  }

  void showMessage_showsBothTexts() {
    QVERIFY(m_bar->isHidden());
    m_bar->showMessage(MessageBar::Kind::Error, u"Unknown variable"_s, u"line 16"_s);
    QVERIFY(m_bar->isVisible());
    QCOMPARE(shownTexts(), (QStringList{u"Unknown variable"_s, u"line 16"_s}));
    QVERIFY(m_bar->toolTip().isEmpty());
    QCOMPARE(m_bar->accessibleName(), u"Unknown variable line 16"_s);
  }

  void narrow_hasTheTextWhole_andTheButtonsBelow() {
    const QString text = u"A long message that has no room in a narrow bar"_s;
    m_bar->setAction(u"Go to line"_s);
    m_bar->setOtherAction(u"Not now"_s);
    m_bar->showMessage(MessageBar::Kind::Error, text, u"line 16"_s);
    QCOMPARE(m_bar->sizeHint().height(), 36);
    m_bar->resize(260, 36);
    m_bar->resize(260, m_bar->sizeHint().height());
    QCOMPARE(shownTexts().first(), text);
    const QRect label = placeOf(m_bar->findChildren<QLabel*>().at(1));
    for (const QString& words : {u"Go to line"_s, u"Not now"_s}) {
      const QRect place = placeOf(button(words));
      QVERIFY(m_bar->rect().contains(place));
      QVERIFY(place.top() >= label.bottom());
    }
    QVERIFY(label.height() >= 2 * m_bar->fontMetrics().height()); // in lines
    m_bar->resize(700, 80);                                       // and back
    QCoreApplication::processEvents();
    QCOMPARE(m_bar->sizeHint().height(), 36);
    QCOMPARE(shownTexts(), (QStringList{text, u"line 16"_s}));
  }

  void note_isCutInTheMiddle_orLeftOut() {
    const QString note = u"https://example.test/a/path/that/is/longer/than/most?of=them"_s;
    m_bar->showMessage(MessageBar::Kind::Info, u"Short"_s, note);
    m_bar->resize(320, 36);
    QVERIFY(shownTexts().at(1).contains(QChar(u'…')));
    QVERIFY(shownTexts().at(1).size() > 10);
    m_bar->resize(200, 36);
    QCOMPARE(shownTexts(), QStringList{u"Short"_s});
    QVERIFY(m_bar->toolTip().contains(note));
  }

  void note_thatIsWholeBelowTheTextOnly_isThere() {
    const QStringList texts{u"A script of the page never ended"_s,
                            u"It was stopped; the page is shown without scripts"_s};
    m_bar->setAction(u"Run scripts again"_s);
    m_bar->showMessage(MessageBar::Kind::Warning, texts.first(), texts.last());
    int width = 1200;
    for (; m_bar->sizeHint().height() == 36 && width > 300; width -= 10)
      m_bar->resize(width, 36);
    QVERIFY(width > 300);
    QCOMPARE(shownTexts(), texts);
    m_bar->resize(width - 40, 36);
    QCOMPARE(shownTexts(), texts);
  }

  void endlessText_isCut() {
    m_bar->showMessage(MessageBar::Kind::Error, u"word "_s.repeated(200) + u"end"_s, u"line 16"_s);
    QVERIFY(shownTexts().first().endsWith(QChar(u'…')));
    QVERIFY(m_bar->toolTip().endsWith(u"end line 16"_s));
    QVERIFY(m_bar->sizeHint().height() < 120);
  }

  void action_isALinkThatCanBeTakenAway() {
    QSignalSpy triggered(m_bar.get(), &MessageBar::actionTriggered);
    m_bar->setAction(u"Go to line"_s);
    m_bar->showMessage(MessageBar::Kind::Info, u"x"_s);
    QTest::mouseClick(button(u"Go to line"_s), Qt::LeftButton);
    QCOMPARE(triggered.size(), 1);
    m_bar->setAction({});
    QVERIFY(button({})->isHidden());
  }

  void details_unfold() {
    auto* details = m_bar->findChild<QPlainTextEdit*>();
    m_bar->setDetails(u"one\ntwo"_s);
    m_bar->showMessage(MessageBar::Kind::Warning, u"x"_s);
    QVERIFY(details->isHidden());
    QTest::mouseClick(button(u"Details"_s), Qt::LeftButton);
    QVERIFY(details->isVisible());
    m_bar->setDetails({});
    QVERIFY(details->isHidden() && button(u"Details"_s)->isHidden());
  }

  void close_hidesAndTells() {
    QSignalSpy closed(m_bar.get(), &MessageBar::closed);
    m_bar->showMessage(MessageBar::Kind::Info, u"x"_s);
    QTest::mouseClick(m_bar->findChild<QToolButton*>(), Qt::LeftButton);
    QVERIFY(m_bar->isHidden());
    QCOMPARE(closed.size(), 1);
  }

 private:
  QStringList shownTexts() const {
    QStringList texts;
    for (const QLabel* label : m_bar->findChildren<QLabel*>()) {
      if (!label->text().isEmpty()) texts.append(label->text());
    }
    return texts;
  }
  QRect placeOf(QWidget* widget) const {
    QCoreApplication::processEvents();
    return {widget->mapTo(m_bar.get(), QPoint()), widget->size()};
  }
  QPushButton* button(const QString& text) const {
    for (QPushButton* button : m_bar->findChildren<QPushButton*>()) {
      if (button->text() == text) return button;
    }
    return nullptr;
  }

  std::unique_ptr<MessageBar> m_bar;
};

QTEST_MAIN(MessageBarTest)
#include "message_bar_test.moc"
