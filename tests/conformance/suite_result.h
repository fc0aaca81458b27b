// The result of a suite, under the name that some suites include it by.
#pragma once

#include "tests/conformance/suite.h"
