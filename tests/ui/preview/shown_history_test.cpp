#include "ui/preview/shown_history.h"

#include <QTest>

using namespace Qt::StringLiterals;
using postwright::ui::ShownHistory;

class ShownHistoryTest : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_history = {};
    for (const QString& name : {u"a"_s, u"b"_s, u"c"_s}) {
      m_history.visit(name);
      m_history.setUrl(u'/' + name);
    }
  }

  void back_namesTheOneBefore_untilItIsVisited() {
    QCOMPARE(m_history.back(), u"/b"_s);
    QCOMPARE(m_history.back(), u"/b"_s);
    m_history.visit(u"b"_s);
    QCOMPARE(m_history.back(), u"/a"_s);
    QCOMPARE(m_history.forward(), u"/c"_s);
  }

  void visit_elsewhere_forgetsWhatCameAfter() {
    (void)m_history.back();
    m_history.visit(u"b"_s);
    m_history.visit(u"d"_s);
    QVERIFY(!m_history.canGoForward());
    m_history.setUrl(u"/d"_s);
    QCOMPARE(m_history.back(), u"/b"_s);
  }

  void visit_ofTheSame_addsNothing() {
    m_history.visit(u"c"_s);
    QCOMPARE(m_history.back(), u"/b"_s);
  }

  void visit_ofAnotherThanNamed_isANewOne() {
    (void)m_history.back();
    m_history.visit(u"x"_s);
    m_history.setUrl(u"/x"_s);
    QCOMPARE(m_history.back(), u"/c"_s);
    QVERIFY(!m_history.canGoForward());
  }

  void setUrl_isWhatBackNames() {
    m_history.visit(u"d"_s);
    m_history.visit(u"c"_s);
    m_history.setUrl(u"/c2"_s);
    m_history.visit(u"e"_s);
    QCOMPARE(m_history.back(), u"/c2"_s);
  }

  void clear_forgetsAll() {
    m_history.clear();
    QVERIFY(!m_history.canGoBack() && !m_history.canGoForward());
  }

 private:
  ShownHistory m_history;
};

QTEST_APPLESS_MAIN(ShownHistoryTest)
#include "shown_history_test.moc"
