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

  void narrow_cutsTheTextAndKeepsTheButtons() {
    m_bar->setAction(u"Go to line"_s);
    m_bar->showMessage(MessageBar::Kind::Error, u"A long message that has no room in a narrow bar"_s,
                       u"line 16"_s);
    m_bar->resize(260, 36);
    QVERIFY(shownTexts().first().endsWith(QChar(u'…')));
    QVERIFY(m_bar->toolTip().contains(u"narrow bar line 16"_s));
    const QPushButton* action = button(u"Go to line"_s);
    QVERIFY(m_bar->rect().contains(action->geometry()));
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
