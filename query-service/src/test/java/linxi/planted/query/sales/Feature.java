package linxi.planted.query.sales;

/** Stands for a feature. */
public class Feature {}
