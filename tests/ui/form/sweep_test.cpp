#include <QDirIterator>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <algorithm>

#include "app/base/file.h"
#include "app/generators/cobalt/load.h"
#include "app/site/site_forms.h"
#include "harness.h"

using namespace postwright;
using namespace postwright::ui;
using front_matter::Node;
using front_matter::NodeKind;
using front_matter::ScalarType;

namespace {

/// The fields in which a value of this shape is at home; a text may be in any that is typed in.
std::vector<FieldKind> homesOf(const front_matter::FrontMatterDocument& post, const Field& field,
                               const Node& node) {
  if (node.kind == NodeKind::Map) return {FieldKind::Group, FieldKind::Card};
  if (node.kind == NodeKind::List) {
    for (std::size_t i = 0; i < node.size; ++i) {
      front_matter::Path item = field.path();
      item.emplace_back(i);
      const auto value = post.node(item);
      if (!value || value->kind != NodeKind::Scalar || value->text.find('\n') != std::string::npos)
        return {FieldKind::Group};
    }
    return {FieldKind::Chips, FieldKind::Relations, FieldKind::Group};
  }
  if (node.type == ScalarType::Bool && !node.quoted)
    return {FieldKind::Switch, FieldKind::Draft, FieldKind::Title};
  return {FieldKind::Text,   FieldKind::LongText, FieldKind::Title,  FieldKind::Description,
          FieldKind::Date,   FieldKind::Number,   FieldKind::Colour, FieldKind::Url,
          FieldKind::Choice, FieldKind::Relation, FieldKind::Image,  FieldKind::File,
          FieldKind::Chips,  FieldKind::Switch,   FieldKind::Draft,  FieldKind::Group};
}

bool isReadOnly(const QWidget* editor) {
  if (const auto* line = qobject_cast<const QLineEdit*>(editor)) return line->isReadOnly();
  if (const auto* text = qobject_cast<const QPlainTextEdit*>(editor)) return text->isReadOnly();
  return false;
}

/// Why the form of `post` is not what it should be; empty when it is.
QString faultOf(const FrontMatterForm& form, const front_matter::FrontMatterDocument& post) {
  for (const Field* field : form.findChildren<Field*>()) {
    const auto node = form.field(field->path()) == field ? post.node(field->path()) : std::nullopt;
    if (!node || field->path().empty()) continue;
    const QString name = nameOf(field->path());
    const std::vector<FieldKind> homes = homesOf(post, *field, *node);
    const bool isAtHome = std::ranges::find(homes, field->kind()) != homes.end();
    const bool isMark = field->kind() == FieldKind::AddField || field->kind() == FieldKind::AddItem;
    if (!isAtHome && !isMark && field->note().isEmpty())
      return name + QStringLiteral(": no field of its kind, and no reason");
    if (std::ranges::any_of(field->editors(), isReadOnly) && field->note().isEmpty())
      return name + QStringLiteral(": locked without a reason");
  }
  return {};
}

QStringList sitesBelow(const QString& folder) {
  QStringList sites;
  QDirIterator files(folder, {QStringLiteral("_cobalt.yml")}, QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext())
    sites << QFileInfo(files.next()).absolutePath();
  sites.sort();
  return sites;
}

} // namespace

/// Every post there is, in the real form: no value is shown as bare YAML that has a field of its kind, and
/// none is locked without a reason.
class SweepTest : public QObject {
  Q_OBJECT

  int m_posts = 0;
  std::unique_ptr<FrontMatterForm> m_form;

  void open(const std::string& text, const FormContext& context, const QString& name) {
    const auto post = std::make_shared<const front_matter::FrontMatterDocument>(text);
    m_form->clear();
    m_form->show(post, context);
    ++m_posts;
    if (post->problem()) return;
    const QString wrong = faultOf(*m_form, *post);
    QVERIFY2(wrong.isEmpty(), qPrintable(name + QStringLiteral(", ") + wrong));
  }
  void openSite(const QString& folder) {
    const auto loaded = generators::cobalt::load(toUtf8(folder));
    if (!loaded) return; // that a site cannot be read is told elsewhere
    const site::SiteForms forms(**loaded);
    for (const site::DocumentPointer& document : (*loaded)->documents()) {
      FormContext context;
      context.site = std::make_shared<const SiteForm>(**loaded, forms.form(document->collection));
      const auto file = readFile((*loaded)->source() + "/" + document->path);
      if (!file) continue;
      context.advice = (*loaded)->adviceOn(front_matter::FrontMatterDocument(file->bytes));
      open(file->bytes, context, folder + QLatin1Char('/') + toQString(document->path));
      if (QTest::currentTestFailed()) return;
    }
  }

 private slots:
  void init() {
    m_posts = 0;
    m_form = std::make_unique<FrontMatterForm>();
    m_form->resize(700, 900);
    m_form->QWidget::show();
  }

  void everyPost_hasItsFields_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("least"); ///< posts
    QTest::newRow("sample site") << QStringLiteral(POSTWRIGHT_SOURCE "/resources/sample_site") << 3;
    QTest::newRow("test sites") << QStringLiteral(POSTWRIGHT_TEST_DATA) << 3;
    QTest::newRow("real sites") << QStringLiteral(POSTWRIGHT_SOURCE "/../shared/sites") << 200;
  }
  void everyPost_hasItsFields() {
    QFETCH(QString, folder);
    QFETCH(int, least);
    if (!QFileInfo::exists(folder)) QSKIP("left out: ../shared/sites is not beside the project");
    for (const QString& site : sitesBelow(folder)) {
      openSite(site);
      if (QTest::currentTestFailed()) return;
    }
    QVERIFY2(m_posts >= least, qPrintable(QString::number(m_posts)));
  }

  void seedPost_hasItsFields() {
    const auto file = readFile(POSTWRIGHT_SOURCE "/../shared/seed-post.md");
    if (!file) QSKIP("left out: ../shared/seed-post.md is not beside the project");
    open(file->bytes, {}, QStringLiteral("seed"));
    QVERIFY(!QTest::currentTestFailed());
  }

  void whatIsNoField_isNotPassed() {
    const front_matter::FrontMatterDocument post("---\ntitle: T\ndata: {k: !t x}\n---\n");
    m_form->show(std::make_shared<const front_matter::FrontMatterDocument>(post.file()), {});
    QCOMPARE(faultOf(*m_form, post), QString()); // its reason is said
    for (Field* field : m_form->findChildren<Field*>())
      if (nameOf(field->path()) == QLatin1String("data.k")) {
        FieldState state = field->state();
        state.hint.clear();
        field->setState(state, true);
      }
    QVERIFY(faultOf(*m_form, post).startsWith(QLatin1String("data.k")));
  }
};

QTEST_MAIN(SweepTest)
#include "sweep_test.moc"
