/** How probable is that count? */
package dev.whetstone.verify.labelling.chance;
