package vn.lienthong.architecture.probe.upper;

import vn.lienthong.architecture.probe.lower.inside.Hidden;

class Reaching {
    final Hidden hidden = new Hidden();
}
