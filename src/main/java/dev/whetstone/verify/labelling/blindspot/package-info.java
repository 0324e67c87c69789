/** How many flaws would no number of analyses find? */
package dev.whetstone.verify.labelling.blindspot;
