/** Breaches of the rules of {@code linxi.events}, one each, which prove that the rules can fail. */
package linxi.planted.events;
