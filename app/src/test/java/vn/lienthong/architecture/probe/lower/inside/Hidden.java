package vn.lienthong.architecture.probe.lower.inside;

public class Hidden {}
