// The commands that need no window: render, export, build, check. They print to stdout and complain on
// stderr. The one rule: exit status 0 for done, 1 for problems found, 2 for bad usage.
#pragma once

#include <optional>

namespace postwright::cli {

/// Runs the command the arguments name and gives the exit status; nothing when they name none, so that the
/// window opens.
std::optional<int> runCommand(int argc, char** argv);

} // namespace postwright::cli
