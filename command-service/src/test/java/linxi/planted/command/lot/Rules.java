package linxi.planted.command.lot;

/** Stands for a feature. */
public class Rules {}
