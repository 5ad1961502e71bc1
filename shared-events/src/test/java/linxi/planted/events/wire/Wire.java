package linxi.planted.events.wire;

/** Stands for the wire form. */
public class Wire {}
