/** How probable is a label, given raters of unequal worth? */
package dev.whetstone.verify.labelling.posterior;
