package vn.lienthong.architecture.probe.lower;

public class Offered {}
