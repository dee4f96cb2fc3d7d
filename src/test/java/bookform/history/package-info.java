/** Many clients use the application while it is killed, stopped and misled; afterwards what they were told is held against what there is. */
package bookform.history;
