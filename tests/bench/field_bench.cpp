// field_bench [SITE POST]: one key typed in a field of the real form until the text is edited, checked by
// both YAML readers, read again and the changed fields are painted; against one key in a bare QLineEdit,
// painted. Without arguments: a post of the sample site, and the same post in a site of 10,000.
#include <QApplication>
#include <QLineEdit>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "bench_clock.h"
#include "tests/cpu_timer.h"
#include "ui/base/text_bridge.h"
#include "ui/base/theme.h"
#include "ui/editing_view.h"
#include "ui/form/field.h"

using namespace postwright;
using namespace postwright::ui;

namespace {

namespace fs = std::filesystem;

constexpr int kKeys = 200;
constexpr int kPosts = 10'000;
constexpr int kPatienceMs = 60'000;

/// Milliseconds that each key makes this thread compute, until nothing is left to paint. Every second key
/// takes back what the one before wrote: the value stays as long as the post has it.
std::vector<double> typed(QWidget* editor) {
  std::vector<double> times;
  for (int i = 0; i < kKeys; ++i) {
    const test::CpuTimer timer;
    QTest::keyClick(editor, i % 2 == 0 ? static_cast<Qt::Key>(Qt::Key_A + i / 2 % 26) : Qt::Key_Backspace);
    QCoreApplication::processEvents();
    times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
  }
  return times;
}

bool run(const std::string& name, const fs::path& site, const std::string& post) {
  Workspace workspace([] { return makeDocument(nullptr); });
  SessionState state;
  EditingView view(workspace, state);
  view.resize(700, 900);
  view.QWidget::show();
  view.activateWindow(); // a field without the focus would take another widget when its value grows long
  if (!QTest::qWaitForWindowActive(&view)) return false;
  workspace.site().open(toQString(fs::absolute(site).string()));
  const bool isLoaded = QTest::qWaitFor([&] { return workspace.site().current() != nullptr; }, kPatienceMs);
  const Result<PostBuffer*> buffer = isLoaded ? workspace.openPost(post) : failure(ErrorCode::NoSite, {name});
  if (!buffer) {
    std::fprintf(stderr, "%s: cannot be opened\n", name.c_str());
    return false;
  }
  workspace.setCurrent(*buffer);
  view.show(*buffer);
  const front_matter::Path path{std::string("slug")};
  view.form()->focusField(path);
  QCoreApplication::processEvents();
  QWidget* field = view.form()->field(path)->editor();
  const std::vector<double> form = typed(field);
  QLineEdit bare;
  bare.show(); // only now: it takes the focus
  const std::vector<double> alone = typed(&bare);
  std::printf("%s: %.2f ms, p95 %.2f ms, bare line %.2f ms, %.1fx\n", name.c_str(), median(form),
              percentile(form, 0.95), median(alone), median(form) / median(alone));
  view.show(nullptr);
  return true;
}

void writeLargeSite(const fs::path& folder, const fs::path& site) {
  fs::copy(site, folder, fs::copy_options::recursive);
  for (int i = 0; i < kPosts; ++i) {
    const std::string number = std::to_string(i);
    std::ofstream(folder / "posts" / ("post-" + number + ".md"))
        << "---\ntitle: Post " << number << "\npublished_date: 2020-01-01 10:00:00 +0000\ntags: [notes, day-"
        << i % 30 << "]\ndata:\n  mood: calm\n---\nText\n";
  }
}

} // namespace

int main(int argc, char** argv) {
  QStandardPaths::setTestModeEnabled(true);
  QApplication application(argc, argv);
  applyTheme(application, Scheme::Light);
  const fs::path site = argc > 2 ? argv[1] : POSTWRIGHT_SOURCE "/resources/sample_site";
  const std::string post = argc > 2 ? argv[2] : "posts/laptop-models.md";
  QTemporaryDir temporary;
  const fs::path folder = temporary.path().toStdString();
  fs::copy(site, folder / "small", fs::copy_options::recursive);
  bool isDone = run(post, folder / "small", post);
  if (argc <= 2) {
    writeLargeSite(folder / "large", site);
    isDone = run(post + " among 10,000", folder / "large", post) && isDone;
  }
  return isDone ? 0 : 1;
}
